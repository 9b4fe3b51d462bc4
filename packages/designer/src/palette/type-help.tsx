import { canRun, nodeTypeOf } from '@journeyman/node-schemas';
import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { t } from '../texts/t.ts';

/** The id of the text of the help that is shown. */
export const helpId = 'palette-help';

/** How long the pointer rests on a type before its help is shown. */
const restMs = 500;

/** The type in a list whose help is shown: the one that the pointer rests on, or that a key has brought the focus to. */
export function useTypeHelp() {
  const [type, setType] = useState<string | null>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (type === null) return;
    const dismiss = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setType(null);
    };
    document.addEventListener('keydown', dismiss);
    return () => document.removeEventListener('keydown', dismiss);
  }, [type]);

  const show = (button: HTMLElement, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      trigger.current = button;
      setType(button.dataset.type ?? null);
    }, afterMs);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setType(null);
  };
  const listeners = {
    onPointerOver({ target, pointerType }: PointerEvent) {
      const button = buttonAt(target);
      if (button === undefined) hide();
      else if (pointerType === 'mouse' && button.dataset.type !== type)
        show(button, type === null ? restMs : 0);
    },
    onPointerLeave: hide,
    onPointerDown: hide,
    onScroll: hide,
    onBlur: hide,
    onFocus({ target }: FocusEvent) {
      const button = buttonAt(target);
      if (button?.matches(':focus-visible') === true) show(button, 0);
    },
  };
  return { type, trigger, hide, listeners };
}

const buttonAt = (target: EventTarget): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-type]') : null) ?? undefined;

/** Shows the help that `useTypeHelp` asks for, beside the type. */
export function TypeHelp({
  help: { type, trigger, hide },
}: {
  readonly help: ReturnType<typeof useTypeHelp>;
}) {
  const known = type === null ? undefined : nodeTypeOf(type);
  return (
    <TooltipTrigger
      isOpen={known !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) hide();
      }}
    >
      <Tooltip triggerRef={trigger} placement="right top" offset={12}>
        <div id={helpId} className="palette-help">
          <strong>{known?.name}</strong>
          <span>{known?.help}</span>
          {known !== undefined && !canRun(known.id) && (
            <span className="palette-help-hint">{t('palette.designOnlyHelp')}</span>
          )}
          <span className="palette-help-hint">{t('palette.hint')}</span>
        </div>
      </Tooltip>
    </TooltipTrigger>
  );
}
