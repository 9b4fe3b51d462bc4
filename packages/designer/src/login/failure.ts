/** A sign-in that ended without a step to show. `code` is the HTTP status; undefined when no answer came. */
export interface Failure {
  readonly code?: number;
  readonly message?: string;
}

/** What the page says about a failure. */
export interface FailureText {
  readonly title: string;
  readonly explanation: string;
}

/** Explains a failure: what happened and what the visitor can do. The server's own message is kept where it helps. */
export function describeFailure(failure: Failure, realm: string, journey: string | undefined): FailureText {
  const { code, message } = failure;
  // What stands before a server answers so where the server does not.
  if (code === undefined || (code > 501 && code < 505)) {
    return {
      title: 'The server does not answer',
      explanation: 'Check that it is running and that you are online, then try again.',
    };
  }
  if (code >= 500) {
    const name = journey === undefined ? 'the default journey' : `“${journey}”`;
    return {
      title: 'The server could not go on',
      explanation: `It came to something in ${name} that it cannot run, or something went wrong; its log says what. The problems in the editor name the nodes that it does not run.`,
    };
  }
  if (code === 404) {
    return {
      title: 'No such realm',
      explanation: `${message ?? `Realm ${realm} was not found`}. Pick a journey from the list of journeys.`,
    };
  }
  if (code === 400 && message === 'No Configuration found') {
    return {
      title: 'No such journey',
      explanation:
        journey === undefined
          ? `Realm ${realm} has no default journey. Pick one from the list of journeys.`
          : `Realm ${realm} has no journey named “${journey}” that can be started. Pick one from the list of journeys.`,
    };
  }
  return {
    title: 'You are not signed in',
    explanation: message ?? 'The journey ended without signing you in.',
  };
}
