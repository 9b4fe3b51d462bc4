import './node-card.css';
import type { Place } from '@journeyman/node-schemas';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { useShell } from '../editor/shell-store.ts';
import { t } from '../texts/t.ts';
import { useCanvasActs } from './canvas-acts.ts';
import { useCanvasView } from './canvas-view.ts';
import { CardBadges } from './card-badges.tsx';
import { type CardContent, type CardOutcome, cardContentOf } from './card-content.ts';
import { cardGeometry, cardSizes, titleLinesAt } from './card-geometry.ts';
import { domIdOf } from './dom-id.ts';
import { type CardFlowNode, inputHandle } from './flow-model.ts';
import { GlyphIcon } from './glyph-icon.tsx';
import { categoryOf } from './node-icons.ts';
import { NodeTile } from './node-tile.tsx';
import { markAttributes, useIsStop, useNodeMark } from './overlay.ts';
import { PageTray } from './page-tray.tsx';
import { tallyOf } from './problem-tally.ts';

/** The card of a node, of whatever type. */
export const NodeCard = memo(NodeCardOf, isShownTheSame);

function NodeCardOf({ data, selected }: NodeProps<CardFlowNode>) {
  const { node, unconnected, comments } = data;
  const content = cardContentOf(node);
  const detail = useCanvasView((view) => view.detail);
  const isCurrent = useCanvasView((view) => view.current === node.id);
  const isFound = useShell(({ found }) => found.includes(node.id));
  const ids = [node.id, ...content.children.map(({ id }) => id)];
  const errors = useEditor(({ problems }) => tallyOf(problems, ids).errors);
  const warnings = useEditor(({ problems }) => tallyOf(problems, ids).warnings);
  const mark = useNodeMark(node.id);
  const isStop = useIsStop(node.id);
  const isBlock = detail === 'block';
  const titleLines = useCanvasView((view) => titleLinesAt(content, view));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's.
    <div
      className="node-card"
      id={domIdOf(node.id)}
      data-kind={content.kind}
      data-category={categoryOf(node.type)}
      data-detail={detail}
      data-selected={selected}
      data-current={isCurrent}
      data-found={isFound}
      {...markAttributes(mark)}
      style={{ '--title-lines': titleLines } as CSSProperties}
      role="group"
      aria-roledescription={t(content.kind === 'page' ? 'canvas.card.pageRole' : 'canvas.card.role')}
      aria-label={labelOf(node.displayName, content, errors + warnings)}
    >
      {typeof mark === 'object' && mark.badge !== undefined ? (
        <span className="node-mark">{mark.badge}</span>
      ) : null}
      {isStop ? <span className="node-stop" role="img" aria-label={t('canvas.card.stop')} /> : null}
      {isBlock ? null : (
        <Handle type="target" position={Position.Left} id={inputHandle} className="port port-in" />
      )}
      <div className="node-card-header">
        <NodeTile type={node.type} />
        <span className="node-card-names" title={node.displayName}>
          <span className="node-card-title">{node.displayName}</span>
          {content.isRenamed && detail === 'full' ? (
            <span className="node-card-type">{content.typeName}</span>
          ) : null}
        </span>
        <CardBadges nodeId={node.id} errors={errors} warnings={warnings} comments={comments} />
      </div>
      {isBlock ? null : <Body data={data} content={content} isFull={detail === 'full'} />}
      {isBlock ? (
        <PortPlaces content={content} />
      ) : (
        content.outcomes.map((outcome) => (
          <OutcomeRow
            key={outcome.id}
            nodeId={node.id}
            name={node.displayName}
            outcome={outcome}
            isConnected={!unconnected.includes(`${outcome.id}\n`)}
            isFull={detail === 'full'}
          />
        ))
      )}
    </div>
  );
}

/** Where connections meet a card that shows no ports, for React Flow, which looks for them in the page. */
function PortPlaces({ content }: { readonly content: CardContent }) {
  const { input, outputs } = cardGeometry(content);
  const at = ({ x, y }: Place) => ({ left: x - cardSizes.port / 2 - 1, top: y - cardSizes.port / 2 - 1 });
  return (
    <>
      {input === null ? null : (
        <i
          className="port-place target"
          data-handleid={inputHandle}
          data-handlepos="left"
          style={at(input)}
        />
      )}
      {outputs.map((output) => (
        <i
          key={output.outcome}
          className="port-place source"
          data-handleid={output.outcome}
          data-handlepos="right"
          style={at(output)}
        />
      ))}
    </>
  );
}

/** A card that is dragged gets a new position many times a second, which is none of its business. */
function isShownTheSame(before: NodeProps<CardFlowNode>, after: NodeProps<CardFlowNode>): boolean {
  return before.data === after.data && before.selected === after.selected;
}

function labelOf(name: string, { kind, typeName }: CardContent, problems: number): string {
  const key = kind === 'unknown' ? 'canvas.card.unknownLabel' : 'canvas.card.label';
  // Many types are called "… Node" already.
  const label = t(key, { name, type: typeName.replace(/ Node$/, '') });
  if (problems === 0) return label;
  const said = problems === 1 ? t('canvas.card.problem') : t('canvas.card.problems', { count: problems });
  return `${label}, ${said}`;
}

interface BodyProps {
  readonly data: CardFlowNode['data'];
  readonly content: CardContent;
  readonly isFull: boolean;
}

function Body({ data: { node }, content, isFull }: BodyProps) {
  const { openJourney } = useCanvasActs();
  const { innerJourney, summary, kind } = content;
  return (
    <>
      <div className="node-card-summary" data-lines={summary.length}>
        {isFull && innerJourney !== undefined ? (
          <button
            type="button"
            tabIndex={-1}
            className="node-card-link nodrag"
            title={t('canvas.card.openJourney', { name: innerJourney })}
            onClick={() => openJourney(innerJourney)}
          >
            {innerJourney}
          </button>
        ) : null}
        {isFull && innerJourney === undefined
          ? summary.map((line) => (
              <span key={line} className="node-card-line" title={line}>
                {line}
              </span>
            ))
          : null}
      </div>
      {kind === 'page' ? <PageTray page={node} isFull={isFull} /> : null}
    </>
  );
}

interface RowProps {
  readonly nodeId: string;
  readonly name: string;
  readonly outcome: CardOutcome;
  readonly isConnected: boolean;
  readonly isFull: boolean;
}

function OutcomeRow({ nodeId, name, outcome, isConnected, isFull }: RowProps) {
  const { addAfter } = useCanvasActs();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const { id, glyph, isGone } = outcome;
  const values = { name, outcome: outcome.name };
  const label = isConnected ? t('canvas.port.connected', values) : t('canvas.port.unconnected', values);
  return (
    <div className="node-card-outcome" data-gone={isGone}>
      {isFull ? <OutcomeName outcome={outcome} /> : null}
      <Handle
        type="source"
        position={Position.Right}
        id={id}
        className="port port-out"
        data-connected={isConnected}
        data-glyph={glyph}
        isConnectableEnd={false}
        isConnectableStart={!isReadOnly && !isGone}
        title={label}
        onClick={(event) => {
          if (!isConnected && !isGone && !isReadOnly) addAfter({ nodeId, outcome: id }, event);
        }}
      />
    </div>
  );
}

function OutcomeName({ outcome: { name, glyph, isGone } }: { readonly outcome: CardOutcome }) {
  if (glyph === 'on') {
    return (
      <>
        <GlyphIcon glyph={glyph} />
        <span className="visually-hidden">{t('canvas.card.only')}</span>
      </>
    );
  }
  return (
    <>
      {glyph === null ? null : <GlyphIcon glyph={glyph} />}
      <span className="node-card-outcome-name" title={isGone ? t('canvas.card.gone', { name }) : name}>
        {isGone ? t('canvas.card.gone', { name }) : name}
      </span>
    </>
  );
}
