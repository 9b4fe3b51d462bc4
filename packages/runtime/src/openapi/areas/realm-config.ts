import {
  type Area,
  action,
  all,
  list,
  type Operation,
  type Operations,
  object,
  page,
  partial,
  queryParameters,
  ref,
  text,
} from '../area.ts';

const query: Pick<Operation, 'caller' | 'query'> = { caller: 'administrator', query: queryParameters };

const read: Pick<Operation, 'caller' | 'query'> = {
  caller: 'administrator',
  query: { _fields: 'The attributes that are wanted, separated by commas.' },
};

const expected = { 'If-Match': 'The revision that is there; `*` for any. Absent: whatever there is.' };

const write: Pick<Operation, 'caller' | 'headers'> = {
  caller: 'administrator',
  headers: { 'If-None-Match': '`*`: only create.', ...expected },
};

/** Reading, writing and deleting one resource. */
function resource(name: string, schema: string): Operations {
  const answer = ref(schema);
  return {
    get: { ...read, summary: `Reads a ${name}`, answers: { 200: answer } },
    put: {
      ...write,
      summary: `Creates or replaces a ${name}`,
      body: { type: 'object' },
      answers: { 200: answer, 201: answer },
    },
    delete: {
      caller: 'administrator',
      summary: `Deletes a ${name}`,
      headers: expected,
      answers: { 200: answer },
    },
  };
}

const typeActions = action('schema', 'template', 'getType', 'listOutcomes', 'create');

const aboutType: Operation = {
  summary: 'Describes a node type, tells the outcomes of a configuration, or creates a node',
  caller: 'administrator',
  query: typeActions,
  body: { type: 'object' },
  answers: { 200: { type: ['object', 'array'] }, 201: ref('Node') },
};

const trees = '/realm-config/authentication/authenticationtrees/trees';
const nodes = '/realm-config/authentication/authenticationtrees/nodes';
const services = '/realm-config/services';

const nothing: Operations = {
  get: { ...query, summary: 'Lists what there is none of', answers: { 200: page({}) } },
};

const { put: putService, ...restOfService } = resource('service', 'Service');

/** AM's configuration of a realm, as tools for journeys read and write it. */
export const realmConfigArea: Area = {
  name: 'Realm configuration',
  description:
    'Trees, nodes and services, kept in the files of journeys and in `realm.json`. For frodo and its like.',
  below: 'realm',
  paths: {
    [trees]: {
      get: { ...query, summary: 'Lists trees', answers: { 200: page(ref('Tree')) } },
      post: {
        summary: 'Proposes a tree, or creates one',
        caller: 'administrator',
        query: action('template', 'create'),
        body: { type: 'object' },
        answers: { 200: partial({ entryNodeId: text }), 201: ref('Tree') },
      },
    },
    [`${trees}/{name}`]: {
      ...resource('tree', 'Tree'),
      post: {
        summary: 'Copies a tree with its nodes',
        caller: 'administrator',
        query: action('clone'),
        body: object({ newId: text }),
        answers: { 201: ref('Tree') },
      },
    },
    [nodes]: {
      post: {
        summary: 'Lists the node types, or all nodes',
        caller: 'administrator',
        query: action('getAllTypes', 'listLatestTypes', 'nextdescendents'),
        answers: { 200: all({ anyOf: [ref('NodeType'), ref('Node')] }) },
      },
    },
    [`${nodes}/{type}`]: {
      get: { ...query, summary: 'Lists the nodes of a type', answers: { 200: page(ref('Node')) } },
      post: aboutType,
    },
    [`${nodes}/{type}/{id}`]: {
      ...resource('node', 'Node'),
      get: {
        ...query,
        summary:
          'Reads a node; with a version such as `1.0` in place of an id, lists the nodes of the type that have it',
        answers: { 200: { anyOf: [ref('Node'), page(ref('Node'))] } },
      },
      post: { ...aboutType, description: 'With a version such as `1.0` in place of an id.' },
    },
    [`${nodes}/{type}/{version}/{id}`]: resource('node', 'Node'),
    [services]: {
      get: { ...query, summary: 'Lists the services of the realm', answers: { 200: page(ref('Service')) } },
      post: {
        summary: 'Lists the types of services, those that could be added, or all services with their ids',
        caller: 'administrator',
        query: action('getAllTypes', 'getCreatableTypes', 'nextdescendents'),
        answers: { 200: all({ type: 'object' }) },
      },
    },
    [`${services}/{id}`]: {
      ...restOfService,
      ...(putService === undefined
        ? {}
        : { put: { ...putService, description: 'A secret that is left out stays as it is.' } }),
      post: {
        summary: 'Describes a service, or creates it',
        caller: 'administrator',
        query: action('schema', 'template', 'getType', 'create', 'nextdescendents'),
        body: { type: 'object' },
        answers: { 200: { type: 'object' }, 201: ref('Service') },
      },
    },
    '/realm-config/saml2': nothing,
    '/realm-config/federation/circlesoftrust': nothing,
  },
  schemas: {
    Tree: object({
      _id: text,
      _rev: text,
      entryNodeId: text,
      nodes: { type: 'object', additionalProperties: ref('TreeNode') },
    }),
    TreeNode: object({ nodeType: text, version: text }),
    Node: {
      ...object({
        _id: text,
        _rev: text,
        _type: object({ _id: text, name: text, collection: { type: 'boolean' }, version: text }),
        _outcomes: list(object({ id: text, displayName: text })),
      }),
      description: 'A node with its attributes beside these.',
    },
    NodeType: object({
      _id: text,
      name: text,
      collection: { type: 'boolean' },
      tags: list(text),
      help: text,
    }),
    Service: {
      ...object({ _id: text, _rev: text, _type: object({ _id: text, name: text }) }),
      description:
        'A service with its attributes beside these, but never its secrets. Those that AM alone uses are kept.',
    },
  },
};
