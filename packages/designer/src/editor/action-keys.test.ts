// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { hears, type KeySource, listenToKeys } from './action-keys.ts';
import type { EditorState } from './editor-state.ts';

const page: KeySource = {
  isInField: false,
  isInOverlay: false,
  isOnGraph: false,
  isInTree: false,
  isOnControl: false,
  isPressed: false,
  isEarly: false,
};

function action(rest: Partial<Action> = {}): Action {
  return { id: 'edit.undo', group: 'edit', isEnabled: () => true, run: () => {}, ...rest };
}

describe('hears', () => {
  it('leaves the keys of fields to the fields, but for actions that work there', () => {
    const field = { ...page, isInField: true };
    expect(hears(action(), '$mod+z', field, true)).toBe(false);
    expect(hears(action({ worksInFields: true }), '$mod+s', field, true)).toBe(true);
  });

  it('leaves the keys of dialogs and menus to them', () => {
    expect(hears(action({ worksInFields: true }), '$mod+s', { ...page, isInOverlay: true }, true)).toBe(
      false,
    );
  });

  it('hears single keys anywhere only while they are on', () => {
    expect(hears(action(), '1', page, true)).toBe(true);
    expect(hears(action(), '1', page, false)).toBe(false);
    expect(hears(action(), '1', { ...page, isOnGraph: true }, false)).toBe(true);
    expect(hears(action(), 'F2', page, false)).toBe(true);
  });

  it('removes nothing by a key that was pressed away from the graph', () => {
    expect(hears(action(), 'Delete', page, true)).toBe(false);
    expect(hears(action(), 'Delete', { ...page, isOnGraph: true }, true)).toBe(true);
  });

  it('leaves single keys to a field that has been asked for and is not there yet', () => {
    const early = { ...page, isOnGraph: true, isEarly: true };
    expect(hears(action(), 'p', early, true)).toBe(false);
    expect(hears(action(), 'Delete', early, true)).toBe(false);
    expect(hears(action(), '$mod+f', early, true)).toBe(true);
  });

  it('leaves letters to a tree, which walks by them', () => {
    const tree = { ...page, isOnGraph: true, isInTree: true };
    expect(hears(action(), 'n', tree, true)).toBe(false);
    expect(hears(action(), 'Insert', tree, true)).toBe(true);
    expect(hears(action(), 'Shift+?', tree, true)).toBe(true);
  });

  it('leaves Enter to the control that has the focus', () => {
    expect(hears(action(), 'Enter', { ...page, isOnGraph: true, isOnControl: true }, true)).toBe(false);
    expect(hears(action(), 'Enter', { ...page, isOnGraph: true }, true)).toBe(true);
  });
});

describe('listenToKeys', () => {
  let stop = () => {};
  afterEach(() => stop());

  const press = (init: KeyboardEventInit, target: EventTarget = document.body) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    target.dispatchEvent(event);
    return event;
  };
  const listen = (...actions: Action[]) => {
    stop = listenToKeys(actions, () => ({}) as EditorState);
  };

  it('runs the first action of a key that can be done', () => {
    const ran: string[] = [];
    listen(
      action({ keys: ['$mod+z'], isEnabled: () => false, run: () => ran.push('first') }),
      action({ keys: ['$mod+z'], run: () => ran.push('second') }),
    );
    expect(press({ key: 'z', ctrlKey: true }).defaultPrevented).toBe(true);
    expect(ran).toEqual(['second']);
  });

  it('keeps the browser from acting on a key whose action cannot be done now', () => {
    listen(action({ keys: ['$mod+s'], isEnabled: () => false }));
    expect(press({ key: 's', ctrlKey: true }).defaultPrevented).toBe(true);
  });

  it('leaves a key alone that something else has acted on', () => {
    const ran: string[] = [];
    listen(action({ keys: ['F2'], run: () => ran.push('renamed') }));
    const event = new KeyboardEvent('keydown', { key: 'F2', bubbles: true, cancelable: true });
    event.preventDefault();
    document.body.dispatchEvent(event);
    expect(ran).toEqual([]);
  });

  it('leaves Tab to whoever walks the page by key', () => {
    const ran: string[] = [];
    listen(action({ keys: ['Tab'], run: () => ran.push('added') }));
    const canvas = document.createElement('div');
    canvas.tabIndex = 0;
    canvas.dataset.graph = '';
    document.body.replaceChildren(canvas);
    canvas.focus();
    expect(press({ key: 'Tab' }, canvas).defaultPrevented).toBe(false);
    expect(press({ key: 'Tab' }).defaultPrevented).toBe(false);
    canvas.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(press({ key: 'Tab' }, canvas).defaultPrevented).toBe(true);
    expect(ran).toEqual(['added']);
  });

  it('hears keys in a list of a panel, but leaves them to one that has opened over the page', () => {
    const ran: string[] = [];
    listen(action({ keys: ['$mod+k'], run: () => ran.push('found') }));
    const list = document.createElement('div');
    list.role = 'listbox';
    const panel = document.createElement('section');
    panel.dataset.panel = 'drawer';
    document.body.replaceChildren(panel, list);
    press({ key: 'k', ctrlKey: true }, list);
    expect(ran).toEqual([]);
    panel.append(list);
    press({ key: 'k', ctrlKey: true }, list);
    expect(ran).toEqual(['found']);
  });

  it('hears no single key while something that will take the focus is on its way', () => {
    const ran: string[] = [];
    listen(action({ keys: ['p'], run: () => ran.push('simulated') }));
    const place = document.createElement('i');
    place.dataset.early = '';
    document.body.replaceChildren(place);
    press({ key: 'p' });
    expect(ran).toEqual([]);
    place.remove();
    press({ key: 'p' });
    expect(ran).toEqual(['simulated']);
  });

  it('leaves copying to the events of the clipboard', () => {
    listen(action({ id: 'edit.copy', keys: ['$mod+c'] }));
    expect(press({ key: 'c', ctrlKey: true }).defaultPrevented).toBe(false);
  });
});
