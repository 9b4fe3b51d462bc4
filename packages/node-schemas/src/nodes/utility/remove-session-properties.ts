import { Texts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { systemSessionProperties } from './set-session-properties.ts';

/** Remove Session Properties: takes back what an earlier node wanted in the session. */
export const removeSessionPropertiesNode = defineNodeType({
  id: 'RemoveSessionPropertiesNode',
  name: 'Remove Session Properties',
  help: 'Takes properties back that an earlier node wanted in the session, or that the session has which is being upgraded.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    propertyNames: Texts({
      title: 'Property Names',
      description:
        'The session properties to take back, none of them a property of the session service itself.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  validate({ propertyNames }) {
    const system = propertyNames.filter((name) => systemSessionProperties.has(name));
    return [
      ...(propertyNames.length === 0 ? ['must name at least one property'] : []),
      ...(system.length > 0 ? [`names ${system.join(', ')}, which the session service itself sets`] : []),
    ].map((message) => ({ property: 'propertyNames', message }));
  },
});
