/** How the signature of an ID token is checked: what nodes that check one ask. */
export const idTokenValidation = {
  description: 'Where the key comes from with which the signature of the ID token is checked.',
  default: 'WELL_KNOWN_URL',
  values: {
    WELL_KNOWN_URL: "The provider's configuration",
    CLIENT_SECRET: 'The client secret',
    JWK_URL: "The provider's key set",
  },
} as const;
