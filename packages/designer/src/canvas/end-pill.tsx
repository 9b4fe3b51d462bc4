import './end-pill.css';
import { IconCircleCheck, IconCircleX, IconPlayerPlay } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { startOutcome } from '../document/lookup.ts';
import { t } from '../texts/t.ts';
import { useCanvasActs } from './canvas-acts.ts';
import { useCanvasView } from './canvas-view.ts';
import { domIdOf } from './dom-id.ts';
import { type EndFlowNode, inputHandle } from './flow-model.ts';
import { markAttributes, useNodeMark } from './overlay.ts';

const looks = {
  start: { Icon: IconPlayerPlay, name: 'canvas.start' },
  success: { Icon: IconCircleCheck, name: 'canvas.success' },
  failure: { Icon: IconCircleX, name: 'canvas.failure' },
} as const;

/** Start, Success or Failure. */
export const EndPill = memo(
  function EndPillOf({ id, data, selected }: NodeProps<EndFlowNode>) {
    const { end, isConnected } = data;
    const { addAfter } = useCanvasActs();
    const isCurrent = useCanvasView(({ current }) => current === id);
    const mark = useNodeMark(id);
    const name = t(looks[end].name);
    const { Icon } = looks[end];
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's.
      <div
        className="end-pill"
        id={domIdOf(id)}
        data-end={end}
        data-selected={selected}
        data-current={isCurrent}
        {...markAttributes(mark)}
        role="group"
        aria-roledescription={t('canvas.card.end')}
        aria-label={name}
      >
        <Icon size={16} stroke={2} aria-hidden="true" />
        <span>{name}</span>
        {end === 'start' ? (
          <Handle
            type="source"
            position={Position.Right}
            id={startOutcome}
            className="port port-out"
            data-connected={isConnected}
            isConnectableEnd={false}
            title={t(isConnected ? 'canvas.port.connected' : 'canvas.port.unconnected', {
              name,
              outcome: name,
            })}
            onClick={(event) => {
              if (!isConnected) addAfter({ nodeId: id, outcome: startOutcome }, event);
            }}
          />
        ) : (
          <Handle type="target" position={Position.Left} id={inputHandle} className="port port-in" />
        )}
      </div>
    );
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
);
