import './skip-signals.ts';
import Widget, { configuration, journey } from '@forgerock/login-widget';
import '@forgerock/login-widget/widget.css';
import './widget-theme.css';
import { allowEveryOption } from './confirmation-options.ts';
import type { Failure } from './failure.ts';
import { type LoginRequest, sdkRealmPath } from './login-request.ts';
import { type PhoneCode, phoneCodeIn, pollingWaitIn } from './phone-code.ts';
import { guardPollingTimers } from './polling-timers.ts';

/** What the page hears from the widget. Exactly one of `succeeded` and `failed` comes, and it comes last. */
export interface WidgetEvents {
  step(phoneCode: PhoneCode | undefined): void;
  succeeded(successUrl: string | undefined): void;
  failed(failure: Failure): void;
}

const requestTimeoutMs = 20_000;

function followColourScheme(element: HTMLElement): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => element.classList.toggle('tw_dark', dark.matches);
  apply();
  dark.addEventListener('change', apply);
}

/**
 * Puts ForgeRock's login widget into `target` and starts the journey. Once for each page load: the widget cannot be
 * started a second time.
 */
export function startWidget(
  target: HTMLElement,
  contextPath: string,
  request: LoginRequest,
  events: WidgetEvents,
): void {
  followColourScheme(target);
  const enterStep = guardPollingTimers(window);

  configuration().set({
    forgerock: {
      serverConfig: { baseUrl: new URL(contextPath, location.origin).href, timeout: requestTimeoutMs },
      realmPath: sdkRealmPath(request.realm),
      // Also here, and not only at the start, so that the widget's own restarts run the same journey.
      ...(request.journey === undefined ? {} : { tree: request.journey }),
    },
    style: { labels: 'stacked', stage: { icon: false } },
  });
  const widget = new Widget({ target, props: { type: 'inline' } });

  const run = journey({ oauth: false, user: false });
  let shown: unknown;
  let isOver = false;
  run.subscribe(({ journey: now }) => {
    if (isOver) return;
    if (now.completed) {
      isOver = true;
      enterStep(undefined);
      // The widget is in the middle of telling its own parts; it may be taken away only after that.
      queueMicrotask(() => widget.$destroy());
      if (now.successful) events.succeeded(now.response?.successUrl);
      else {
        const { code, message } = now.error ?? {};
        events.failed({ ...(code ? { code } : {}), ...(message ? { message } : {}) });
      }
    } else if (now.step && 'callbacks' in now.step && now.step !== shown) {
      shown = now.step;
      allowEveryOption(now.step.callbacks);
      const callbacks = now.step.payload.callbacks ?? [];
      enterStep(pollingWaitIn(callbacks));
      events.step(phoneCodeIn(callbacks));
    }
  });

  const query = {
    ...(request.goto === undefined ? {} : { goto: request.goto }),
    ...(request.again ? { ForceAuth: 'true' } : {}),
  };
  // The promise says the same as the subscription, and rejects for a failure that has been told there.
  run.start({ forgerock: { query } }).catch(() => undefined);
}
