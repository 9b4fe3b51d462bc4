/** Texts of the dialog that asks in which form a journey is exported. */
export const exporting = {
  exporting: {
    title: 'Export {{name}}',
    search: 'Find a form',
    none: 'No form is called “{{query}}”.',
    done: 'Exported {{name}}',
    doneWithout: 'Exported {{name}} without {{missing}}: the realm has no such journey',
    group: { file: 'One file', folder: 'A folder, as a .zip', picture: 'Pictures' },
    detail: {
      frodo: 'frodo’s export of one journey, which the administration console reads too',
      'frodo-multi': 'with the journeys that it enters, as frodo 4 writes them',
      ping: 'with the journeys that it enters, as Advanced Identity Cloud exports them',
      'fr-config-manager': 'with the journeys that it enters, a file for each node and script',
      journeyman: 'with the journeys that it enters, canonical files for git',
      svg: 'sharp at every size, light or dark as the viewer prefers',
      png: 'in light colours, for documents and slides',
      mermaid: 'text that GitHub and GitLab draw as a diagram',
    },
  },
} as const;
