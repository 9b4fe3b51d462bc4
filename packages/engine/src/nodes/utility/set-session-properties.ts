import type { setSessionPropertiesNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';

/** Set Session Properties. */
export const setSessionProperties: Behaviour<typeof setSessionPropertiesNode> = ({ config }) => {
  const { properties, maxSessionTime, maxIdleTime } = config;
  return goTo('outcome', {
    sessionProperties: properties,
    ...(maxSessionTime === undefined ? {} : { maxSessionTimeMinutes: maxSessionTime }),
    ...(maxIdleTime === undefined ? {} : { maxIdleTimeMinutes: maxIdleTime }),
  });
};
