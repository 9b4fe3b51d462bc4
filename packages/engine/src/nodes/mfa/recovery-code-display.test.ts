import { runInNewContext } from 'node:vm';
import { FRRecoveryCodes, FRStep } from '@forgerock/javascript-sdk';
import { recoveryCodeDisplayNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { type NodeRunSetting, nodeRun } from '../node-run.builder.ts';
import { recoveryCodeDisplay } from './recovery-code-display.ts';

type Setting = Omit<NodeRunSetting<typeof recoveryCodeDisplayNode>, 'type'>;

const codes = Array.from({ length: 10 }, (_, index) => `iZmEtxvQ0${index}`);
const kept = { recoveryCodes: codes, recoveryCodeDeviceName: 'Push Device' };

const display = (setting: Setting) => nodeRun({ type: recoveryCodeDisplayNode, ...setting });

async function scriptOf(setting: Setting): Promise<string> {
  const result = await recoveryCodeDisplay(display(setting).run);
  const [callback] = result.type === 'send' ? result.callbacks : [];
  return callback?.type === 'TextOutputCallback' && callback.kind === 'script' ? callback.message : '';
}

/** The step as the client SDK gets it. */
const stepOf = (script: string) =>
  new FRStep({
    authId: 'x',
    callbacks: [
      {
        type: 'TextOutputCallback' as never,
        output: [
          { name: 'message', value: script },
          { name: 'messageType', value: '4' },
        ],
      },
    ],
  });

/** What a page that runs the script shows: the panel's markup and the lines added to it. */
function shownBy(script: string) {
  const lines: { className: string; textContent: string }[] = [];
  const added: { innerHTML: string }[] = [];
  const list = { appendChild: (line: never) => lines.push(line) };
  const document = {
    querySelector: (selector: string) =>
      selector === 'fieldset'
        ? { firstChild: null, insertBefore: (panel: never) => added.push(panel) }
        : null,
    createElement: () => ({ innerHTML: '', getElementsByTagName: () => [list] }),
  };
  runInNewContext(script, { document });
  return { html: added.map(({ innerHTML }) => innerHTML).join(), lines };
}

describe('showing', () => {
  test.each(['transient', 'secure', 'shared'] as const)('shows codes from %s state, once', async (layer) => {
    const { run, next, state } = display({ [layer]: kept });
    const result = await recoveryCodeDisplay(run);
    expect(result).toMatchObject({ callbacks: [{ type: 'TextOutputCallback', kind: 'script' }] });
    expect(result).toMatchObject({ callbacks: { length: 1 } });
    expect(state).toEqual({ shared: {}, transient: {}, secure: {} });
    expect(await recoveryCodeDisplay(next({ type: 'TextOutputCallback', value: null }))).toEqual({
      type: 'goTo',
      outcome: 'outcome',
      effects: {},
    });
  });

  test.each([{}, { recoveryCodes: [], recoveryCodeDeviceName: 'Push Device' }])(
    'goes on where there are none, and leaves no state: %j',
    async (transient) => {
      const { run, state } = display({ transient });
      expect(await recoveryCodeDisplay(run)).toMatchObject({ type: 'goTo', outcome: 'outcome' });
      expect(state.transient).toEqual({});
    },
  );
});

describe('the script', () => {
  test('is what client SDKs read codes and device name from', async () => {
    const step = stepOf(await scriptOf({ transient: kept }));
    expect(FRRecoveryCodes.isDisplayStep(step)).toBe(true);
    expect(FRRecoveryCodes.getCodes(step)).toEqual(codes);
    expect(FRRecoveryCodes.getDeviceName(step)).toBe('Push Device');
  });

  test('stays readable whatever the device is called', async () => {
    const name = `  "fake\\n" </em><img src=x onerror='alert(1)'> \n é`;
    const script = await scriptOf({ transient: { ...kept, recoveryCodeDeviceName: name } });
    expect(FRRecoveryCodes.getCodes(stepOf(script))).toEqual(codes);
    expect(shownBy(script).html).toContain(
      `<em>  &quot;fake\\n&quot; &lt;/em&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt; \n é</em>`,
    );
  });

  test('shows title, description, codes and device name on a page that runs it', async () => {
    const { html, lines } = shownBy(await scriptOf({ transient: kept }));
    expect(html).toBe(
      '<h3>Your Recovery Codes</h3>' +
        '<h4>You must make a copy of these recovery codes. They cannot be displayed again.</h4><div></div>' +
        '<p>Use one of these codes to authenticate if you lose your device, which has been named: <em>Push Device</em></p>',
    );
    expect(lines.map(({ className, textContent }) => [className, textContent])).toEqual(
      codes.map((code) => ['text-center', code]),
    );
  });
});
