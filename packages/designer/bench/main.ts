import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { type Figures, measure, median } from './measure.ts';
import { servePages } from './pages-server.ts';

/**
 * Measures the canvas beside a page with plain React Flow nodes that draws only what is in view, in the same run, and prints a
 * table; `--json` prints JSON, `--quick` measures less. The browser is the one that `CHROMIUM` names, or the system's.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
});
const rounds = values.quick ? 2 : 7;
const nodes = 1000;
const pages = {
  canvas: `bench/pages/canvas.html?nodes=${nodes}`,
  plain: `bench/pages/plain.html?nodes=${nodes}`,
  plainSized: `bench/pages/plain.html?nodes=${nodes}&sized`,
  smallCanvas: 'bench/pages/canvas.html?nodes=30',
} as const;
type Name = keyof typeof pages;

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM ?? places.find((path) => existsSync(path));
if (executablePath === undefined) {
  console.error('No browser is found. Install Chromium, or set CHROMIUM to the path of one.');
  process.exit(2);
}

const server = await servePages();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const all: Record<Name, Figures[]> = { canvas: [], plain: [], plainSized: [], smallCanvas: [] };
try {
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(pages) as Name[]) {
      all[name].push(await measure(browser, server.origin + pages[name]));
    }
  }
} finally {
  await browser.close();
  await server.stop();
}

const middle = (name: Name) => ({
  firstPaintMs: median(all[name].map(({ firstPaintMs }) => firstPaintMs)),
  dragFrameMs: median(all[name].map(({ dragFrameMs }) => dragFrameMs)),
  dragWorkMs: median(all[name].map(({ dragWorkMs }) => dragWorkMs)),
});
/** The median of the rounds' ratios, so that both sides had the same weather. */
const ratio = (of: Name, to: Name, key: 'firstPaintMs' | 'dragFrameMs') =>
  median(all[of].map((figures, round) => figures[key] / (all[to][round]?.[key] ?? Number.NaN)));
const cardsPerKey = median(all.canvas.map((figures) => figures.cardsPerKey ?? Number.NaN));
// A frame in twenty is what the same page differs by from run to run.
const goals = [
  { what: 'first paint ÷ plain', measured: ratio('canvas', 'plain', 'firstPaintMs'), wanted: 1.5 },
  { what: 'drag frame ÷ plain', measured: ratio('canvas', 'plain', 'dragFrameMs'), wanted: 1.05 },
  { what: 'cards drawn per key', measured: cardsPerKey, wanted: 1 },
];
if (values.json) {
  const medians = Object.fromEntries((Object.keys(pages) as Name[]).map((name) => [name, middle(name)]));
  console.log(JSON.stringify({ browser: browser.version(), nodes, rounds, medians, goals }, null, 2));
} else {
  const titles: Record<Name, string> = {
    canvas: `canvas, ${nodes} nodes`,
    plain: `plain nodes, ${nodes}`,
    plainSized: `plain nodes with sizes, ${nodes}`,
    smallCanvas: 'canvas, 30 nodes',
  };
  console.log(
    `${'page'.padEnd(32)}${'first paint'.padStart(14)}${'drag frame'.padStart(14)}${'busy'.padStart(14)}`,
  );
  for (const name of Object.keys(pages) as Name[]) {
    const { firstPaintMs, dragFrameMs, dragWorkMs } = middle(name);
    const cells = [firstPaintMs.toFixed(0), dragFrameMs.toFixed(1), dragWorkMs.toFixed(1)].map((ms) =>
      `${ms} ms`.padStart(14),
    );
    console.log(titles[name].padEnd(32) + cells.join(''));
  }
  for (const { what, measured, wanted } of goals) {
    const verdict = measured <= wanted ? 'met' : 'not met';
    console.log(
      `${what.padEnd(32)}${measured.toFixed(2).padStart(14)}${`at most ${wanted}`.padStart(14)}  ${verdict}`,
    );
  }
}
