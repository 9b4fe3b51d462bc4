import { loadAllNodeTypes, scriptSource } from '@journeyman/node-schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentOf, done, refusalOf } from '../document.builder.ts';
import { emptyHistory, perform, undo } from '../history.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { addScript, renameScript, scriptsOf, setScriptSource } from './scripts.ts';

beforeAll(loadAllNodeTypes);

const script = {
  id: 's1',
  name: 'Check',
  context: 'SCRIPTED_DECISION_NODE',
  source: 'a\nb',
  nodeId: 'decide',
  property: 'script',
};

function withScript(id = 's1', name = 'Check'): JourneyDocument {
  const document = documentOf({ decide: { type: 'ScriptedDecisionNode' } });
  return done(document, addScript(document, { ...script, id, name }));
}

describe('a script', () => {
  test('is added as lines, and chosen in its node, in one step', () => {
    const document = withScript();
    expect(scriptsOf(document.exported).s1).toMatchObject({ name: 'Check', script: ['a', 'b'] });
    expect(document.exported.nodes.decide?.script).toBe('s1');
  });

  test('keeps everything else that the file says of it when it is edited', () => {
    const document = withScript();
    const { exported } = document;
    const encoded = { ...scriptsOf(exported).s1, script: btoa('old'), createdBy: 'somebody' };
    const kept = { ...document, exported: { ...exported, scripts: { s1: encoded, odd: 1 } } };
    const edited = done(kept, setScriptSource(kept, 's1', 'new\nlines'));
    expect(edited.exported.scripts).toEqual({ s1: { ...encoded, script: ['new', 'lines'] }, odd: 1 });
    expect(scriptSource(scriptsOf(edited.exported).s1?.script)).toBe('new\nlines');
  });

  test('typing in it is one step', () => {
    const document = withScript();
    let now = { document, history: emptyHistory };
    for (const source of ['x', 'xy', 'xyz']) {
      const command = setScriptSource(now.document, 's1', source);
      if ('refused' in command) throw new Error('It is refused.');
      now = perform(now, command);
    }
    expect(now.history.past).toHaveLength(1);
    expect(undo(now).document).toEqual(document);
  });

  test('takes no name that is empty or that another has', () => {
    const one = withScript();
    const two = done(one, addScript(one, { ...script, id: 's2', name: 'Other' }));
    expect(refusalOf(renameScript(two, 's2', 'Check'))).toBe('refused.scriptNameTaken');
    expect(refusalOf(renameScript(two, 's2', '  '))).toBe('refused.emptyName');
    expect(refusalOf(renameScript(two, 'gone', 'New'))).toBe('refused.scriptIsGone');
    expect(scriptsOf(done(two, renameScript(two, 's2', ' New ')).exported).s2?.name).toBe('New');
  });
});
