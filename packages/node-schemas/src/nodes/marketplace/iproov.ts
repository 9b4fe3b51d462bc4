import { Flag, OptionalText, Secret, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

const look = (title: string, description: string) => OptionalText({ title, description });

/** iProov: has the user look into the camera. */
export const iProovNode = defineNodeType({
  id: 'iProovNode',
  name: 'iProov Auth Node',
  help: 'Has the user look into the camera and iProov compare the face with that of the enrolment, or enrols it. Needs the user name before it. iProov decides, so it counts as no factor here.',
  category: 'marketplace',
  tags: [],
  config: Type.Object({
    iProov_Tenant: OptionalText({ title: 'Tenant', description: 'The host of your tenant at iProov.' }),
    iProov_Base_URL: OptionalText({
      title: 'Base URL',
      description: 'The path of the API on that host, such as /api/v2.',
    }),
    iProov_API_Key: Secret({ title: 'API Key', description: 'The key of your service at iProov.' }),
    iProov_API_Secret: Secret({ title: 'API Secret', description: 'The secret of that key.' }),
    iproov_oauth_username: OptionalText({
      title: 'OAuth Username',
      description: 'The account at iProov that manages users.',
    }),
    iproov_oauth_password: Secret({
      title: 'OAuth Password',
      description: 'The password of that account.',
    }),
    iProov_Node_Type: OptionalText({
      title: 'Node Type',
      description: 'What the node does: enrol a face, or verify it.',
    }),
    iProov_Assurance_Type: OptionalText({
      title: 'Assurance Type',
      description: 'How sure iProov makes: LA (liveness assurance) or GPA (genuine presence assurance).',
    }),
    User_UniqueID: OptionalText({
      title: 'User Unique ID',
      description: 'The attribute whose value is the name of the user at iProov.',
    }),
    User_Search_Attributes: Texts({
      title: 'User Search Attributes',
      description: 'The attributes by which the user is found.',
    }),
    NPMJS_Repo_URL: OptionalText({
      title: 'Package Registry',
      description: 'Where the script for the browser comes from.',
    }),
    NPMJS_Username: OptionalText({
      title: 'Registry Username',
      description: 'The account at the registry.',
    }),
    NPMJS_Access_Token: Secret({
      title: 'Registry Access Token',
      description: 'The token of that account.',
    }),
    NPMJS_iProov_Package: OptionalText({
      title: 'Package',
      description: 'The package with the script.',
    }),
    NPMJS_iProov_Package_Version: OptionalText({
      title: 'Package Version',
      description: 'The version of the package.',
    }),
    Assets_URL: look('Assets URL', 'Where the script loads what else it needs.'),
    Network_Timeout: look('Network Timeout', 'How long the script waits for iProov, in seconds.'),
    Custom_Title: look('Title', 'What the page says above the camera.'),
    Logo: look('Logo', 'The address of the picture beside it.'),
    Filter: look('Filter', 'How the picture of the camera is drawn, such as vibrant.'),
    Aria_Live: look(
      'Announcements',
      'How urgently screen readers announce changes: off, polite or assertive.',
    ),
    Header_Background_Color: look('Header Background Color', 'A CSS color.'),
    Title_Text_Color: look('Title Text Color', 'A CSS color.'),
    Surround_Color: look('Surround Color', 'The color around the face, a CSS color.'),
    Prompt_Background_Color: look('Prompt Background Color', 'A CSS color.'),
    Prompt_Text_Color: look('Prompt Text Color', 'A CSS color.'),
    Prompt_Rounded_Corners: Flag({
      title: 'Rounded Prompt',
      description: 'Rounds the corners of what tells the user what to do.',
      default: false,
    }),
    Debug: Flag({
      title: 'Debug',
      description: 'Has the script tell more in the console of the browser.',
      default: false,
    }),
  }),
  outcomes: { all: { TRUE: 'True', FALSE: 'False', RETRY: 'Retry', ERROR: 'Error' } },
  interactive: true,
  reads: [{ key: 'username', required: true }],
  writes: [],
});
