import './login-page.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ErrorIcon, PersonIcon, PhoneIcon } from '../ui/icons.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { type AmServer, signOut, whoIsSignedIn } from './am-session.ts';
import { defaultJourneyOf } from './default-journey.ts';
import { describeFailure, type Failure } from './failure.ts';
import { acceptedGoto, gotoOnThisServer, type LoginRequest, loginAddress } from './login-request.ts';
import { type PhoneCode, phoneAddress } from './phone-code.ts';

type Progress =
  | { readonly status: 'starting' }
  | { readonly status: 'signing-in'; readonly phoneCode?: PhoneCode }
  | { readonly status: 'signed-in'; readonly user: string; readonly realm: string; readonly justNow: boolean }
  | { readonly status: 'no-session' }
  | { readonly status: 'failed'; readonly failure: Failure };

interface LoginPageProps {
  /** Prefix of AM's REST, such as `/am`. */
  readonly contextPath: string;
  readonly request: LoginRequest;
}

/** The sign-in page: runs a journey in ForgeRock's widget, and says who is signed in. */
export function LoginPage({ contextPath, request }: LoginPageProps) {
  const [progress, setProgress] = useState<Progress>({ status: 'starting' });
  const [journey, setJourney] = useState(request.journey);
  const widgetPlace = useRef<HTMLDivElement>(null);
  const hasBegun = useRef(false);
  const server: AmServer = { contextPath, fetch: (address, init) => fetch(address, init) };

  async function tellWhoIsSignedIn(justNow: boolean): Promise<boolean> {
    const visitor = await whoIsSignedIn(server, request.realm);
    switch (visitor.status) {
      case 'signed-in':
        setProgress({ ...visitor, justNow });
        return true;
      case 'refused':
        setProgress({ status: 'failed', failure: visitor });
        return true;
      case 'unreachable':
        setProgress({ status: 'failed', failure: {} });
        return true;
      case 'anonymous':
        return false;
    }
  }

  async function begin(): Promise<void> {
    if (!request.again && (await tellWhoIsSignedIn(false))) return;
    const [{ startWidget }, chosen] = await Promise.all([
      import('./widget.ts'),
      request.journey ?? defaultJourneyOf(request.realm, server.fetch),
    ]);
    if (widgetPlace.current === null) return;
    setJourney(chosen);
    const { journey: _, ...rest } = request;
    startWidget(
      widgetPlace.current,
      contextPath,
      { ...rest, ...(chosen ? { journey: chosen } : {}) },
      {
        step: (phoneCode) => setProgress({ status: 'signing-in', ...(phoneCode ? { phoneCode } : {}) }),
        succeeded: (successUrl) => void succeed(successUrl),
        failed: (failure) => setProgress({ status: 'failed', failure }),
      },
    );
  }

  async function succeed(successUrl: string | undefined): Promise<void> {
    const next = acceptedGoto(request.goto, successUrl, location.href);
    if (next !== undefined) {
      location.replace(next);
      return;
    }
    // A reload of the page asks who is signed in; it does not run the journey once more.
    history.replaceState(null, '', loginAddress({ ...request, again: false }));
    if (!(await tellWhoIsSignedIn(true))) setProgress({ status: 'no-session' });
  }

  useEffect(() => {
    // The widget can be started only once, whatever React does with effects.
    if (hasBegun.current) return;
    hasBegun.current = true;
    begin().catch(() => setProgress({ status: 'failed', failure: {} }));
  });

  useEffect(() => {
    document.title = `${titles[progress.status]} · Journeyman`;
  }, [progress.status]);

  async function leave(): Promise<void> {
    if (await signOut(server, request.realm)) location.replace(loginAddress({ ...request, again: false }));
    else setProgress({ status: 'failed', failure: {} });
  }

  const again = loginAddress({ ...request, again: true });
  const phoneCode = progress.status === 'signing-in' ? progress.phoneCode : undefined;
  const isWidgetShown = progress.status === 'starting' || progress.status === 'signing-in';
  return (
    <>
      <PageHeader current="/login" />
      <main className="login">
        <section
          className={`card login-card${phoneCode ? ' login-card-wide' : ''}`}
          aria-busy={progress.status === 'starting'}
        >
          {isWidgetShown && <h1 className="visually-hidden">Sign in</h1>}
          {progress.status === 'starting' && <p className="login-starting muted">Starting…</p>}
          {phoneCode !== undefined && phoneCode.message !== '' && (
            <p className="login-scan">{phoneCode.message}</p>
          )}
          <div ref={widgetPlace} hidden={!isWidgetShown} />
          {phoneCode !== undefined && (
            <p className="login-phone-code">
              <PhoneIcon />
              <a href={phoneAddress(phoneCode.uri)} target="_blank" rel="noreferrer">
                Open this code on the phone page
              </a>
            </p>
          )}
          {progress.status === 'signed-in' && (
            <SignedIn
              user={progress.user}
              realm={progress.realm}
              justNow={progress.justNow}
              again={again}
              next={gotoOnThisServer(request.goto, location.href)}
              isGotoRefused={progress.justNow && request.goto !== undefined}
              onSignOut={leave}
            />
          )}
          {progress.status === 'no-session' && (
            <Ending title="The journey ended well">
              <p>It is set to issue no session, so you are not signed in.</p>
              <p className="login-actions">
                <a className="button button-primary" href={again}>
                  Start again
                </a>
              </p>
            </Ending>
          )}
          {progress.status === 'failed' && (
            <Failed
              failure={progress.failure}
              realm={request.realm}
              journey={journey}
              retry={loginAddress(request)}
            />
          )}
        </section>
        <p className="login-context muted">
          {journey === undefined ? 'Default journey' : journey} · realm {request.realm} ·{' '}
          <a href="/">Other journeys</a>
        </p>
      </main>
    </>
  );
}

const titles: Record<Progress['status'], string> = {
  starting: 'Sign in',
  'signing-in': 'Sign in',
  'signed-in': 'Signed in',
  'no-session': 'Journey ended',
  failed: 'Not signed in',
};

/** The end of a journey. Takes the focus, so that a screen reader reads it. */
function Ending({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="login-ending">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}

interface SignedInProps {
  readonly user: string;
  readonly realm: string;
  readonly justNow: boolean;
  readonly again: string;
  readonly next: string | undefined;
  readonly isGotoRefused: boolean;
  readonly onSignOut: () => Promise<void>;
}

function SignedIn({ user, realm, justNow, again, next, isGotoRefused, onSignOut }: SignedInProps) {
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = () => {
    setIsLeaving(true);
    void onSignOut();
  };
  return (
    <Ending title={`You are signed in as ${user}`}>
      <span className="login-person">
        <PersonIcon />
      </span>
      <p className="muted">
        {justNow ? 'The journey ended well. ' : 'You had signed in before. '}
        Your session is in realm {realm}.
      </p>
      {isGotoRefused && (
        <p className="muted">The server did not accept the address you were to go to, so you stay here.</p>
      )}
      {!justNow && next !== undefined && (
        <p>
          <a href={next}>Continue to {new URL(next).pathname}</a>
        </p>
      )}
      <div className="login-actions">
        <button type="button" className="button button-primary" disabled={isLeaving} onClick={leave}>
          Sign out
        </button>
        <a className="button" href={again}>
          Start again
        </a>
        <a className="button" href="/phone">
          <PhoneIcon />
          Phone
        </a>
      </div>
    </Ending>
  );
}

interface FailedProps {
  readonly failure: Failure;
  readonly realm: string;
  readonly journey: string | undefined;
  readonly retry: string;
}

function Failed({ failure, realm, journey, retry }: FailedProps) {
  const { title, explanation } = describeFailure(failure, realm, journey);
  return (
    <Ending title={title}>
      <div className="notice notice-danger" role="alert">
        <ErrorIcon />
        <p>{explanation}</p>
      </div>
      <div className="login-actions">
        <a className="button button-primary" href={retry}>
          Try again
        </a>
        <a className="button" href="/">
          All journeys
        </a>
      </div>
    </Ending>
  );
}
