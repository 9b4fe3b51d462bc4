import '@xyflow/react/dist/style.css';
import './page.css';
import { ReactFlow } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { bigJourney } from './big-journey.ts';
import { painted } from './page-result.ts';

const query = new URLSearchParams(location.search);
const { places, connections } = bigJourney(Number(query.get('nodes')));
const size = query.has('sized') ? { width: 150, height: 40 } : {};
const begin = performance.now();
const nodes = Object.entries(places).map(([id, position]) => ({
  id,
  position,
  data: { label: id },
  ...size,
}));
const edges = connections.map(({ from, outcome, to }) => ({
  id: `${from}|${outcome}`,
  source: from,
  target: to,
}));

const page = document.querySelector('#page');
if (page !== null) {
  createRoot(page).render(
    <ReactFlow defaultNodes={nodes} defaultEdges={edges} onlyRenderVisibleElements minZoom={0.05} />,
  );
}
window.bench = { firstPaintMs: painted(begin) };
