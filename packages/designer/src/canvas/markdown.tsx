import { createElement, Fragment, type ReactNode } from 'react';

/**
 * The few marks that notes know: `**bold**`, `*italic*`, `[text](https://…)` and lines that begin with `- ` or `* `. Everything
 * else is shown as it is written; no HTML is ever made of it.
 */
export function Markdown({ text }: { readonly text: string }) {
  return createElement(Fragment, null, ...blocksOf(text).map(block));
}

/** Made as fixed children, for which React asks no keys: a block has no name of its own. */
function block({ isList, lines }: Block): ReactNode {
  if (!isList) return createElement('p', null, ...inline(lines.join('\n')));
  return createElement('ul', null, ...lines.map((line) => createElement('li', null, ...inline(line))));
}

interface Block {
  readonly isList: boolean;
  readonly lines: string[];
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const item = /^[-*] (.*)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    const isList = item !== undefined;
    if (line.trim() === '') blocks.push({ isList: false, lines: [] });
    else if (last?.isList === isList) last.lines.push(item ?? line);
    else blocks.push({ isList, lines: [item ?? line] });
  }
  return blocks.filter(({ lines }) => lines.length > 0);
}

const mark =
  /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<label>[^\]]+)\]\((?<link>https?:\/\/[^\s)]+)\)/g;

function inline(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(mark)) {
    parts.push(text.slice(at, match.index), marked(match));
    at = match.index + match[0].length;
  }
  return [...parts, text.slice(at)];
}

function marked({ groups = {} }: RegExpMatchArray): ReactNode {
  const { bold, italic, label, link } = groups;
  if (bold !== undefined) return <strong>{bold}</strong>;
  if (italic !== undefined) return <em>{italic}</em>;
  return (
    <a href={link} target="_blank" rel="noreferrer noopener" tabIndex={-1} className="nodrag">
      {label}
    </a>
  );
}
