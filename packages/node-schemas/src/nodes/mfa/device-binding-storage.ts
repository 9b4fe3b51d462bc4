import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Device Binding Storage: keeps a device that Device Binding has left in the state. */
export const deviceBindingStorageNode = defineNodeType({
  id: 'DeviceBindingStorageNode',
  name: 'Device Binding Storage Node',
  help: 'Keeps the device that Device Binding has left in the state, for instance after a script has looked at it.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({}),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'DeviceBinding.DEVICE', required: true },
  ],
  writes: [],
});
