import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Shape, SourceFile } from './collection.ts';
import { writeJourneys } from './write-journeys.ts';

/** The files in which a tool keeps one journey, for a test. */
export function filesIn(shape: Shape, exported: JsonObject): readonly SourceFile[] {
  const { tree, nodes, innerNodes } = exported;
  const placed = objectOf(tree);
  const name = String(placed._id);
  switch (shape) {
    case 'journeyman':
    case 'frodo':
    case 'frodo-multi':
    case 'ping':
    case 'fr-config-manager':
      return writeJourneys([{ name, exported }], shape);
    case 'amtree':
      return [
        fileOf(`${name}.json`, {
          origin: 'a1',
          innernodes: objectOf(innerNodes),
          nodes: objectOf(nodes),
          tree: placed,
        }),
      ];
    case 'tree':
      return [fileOf(`${name}.json`, placed)];
    case 'node-list': {
      const all = [...Object.values(objectOf(nodes)), ...Object.values(objectOf(innerNodes))];
      const items = all.map((node) => {
        const { _id, _type, ...details } = objectOf(node);
        return { _id: _id ?? '', nodeType: objectOf(_type)._id ?? '', details };
      });
      return [fileOf(`${name}.json`, { nodes: items, tree: placed })];
    }
    case 'amster': {
      const entities = { ...objectOf(nodes), ...objectOf(innerNodes) };
      return [
        amsterFile('AuthTree', name, placed),
        ...Object.entries(entities).map(([id, node]) =>
          amsterFile(String(objectOf(objectOf(node)._type)._id), id, objectOf(node)),
        ),
      ];
    }
    case 'file-based': {
      const entities = { ...objectOf(nodes), ...objectOf(innerNodes) };
      return [
        fileBased('authenticationtreesservice', name.toLowerCase(), { ...placed, _id: `default/${name}` }),
        ...Object.entries(entities).map(([id, value]) => {
          const { nodes: children, ...node } = objectOf(value);
          const listed = Array.isArray(children)
            ? { nodes: children.map((child: Json) => Object.values(objectOf(child)).join(':')) }
            : {};
          return fileBased(String(objectOf(node._type)._id).toLowerCase(), id, { ...node, ...listed });
        }),
      ];
    }
  }
}

const fileOf = (path: string, value: Json): SourceFile => ({
  path,
  text: `${JSON.stringify(value, null, 4)}\n`,
});

function amsterFile(entityType: string, entityId: string, data: JsonObject): SourceFile {
  const metadata = { realm: '/', amsterVersion: '7.5.0', entityType, entityId, pathParams: {} };
  return fileOf(`root/${entityType}/${entityId}.json`, { metadata, data });
}

function fileBased(service: string, name: string, data: JsonObject): SourceFile {
  return fileOf(`services/realm/root/${service}/1.0/organizationconfig/default/${name}.json`, { data });
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
