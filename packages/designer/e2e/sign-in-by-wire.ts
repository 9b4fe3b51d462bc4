/** Who signs in, and what is chosen where there is a choice. */
interface Attempt {
  readonly password: string;
  readonly transactionId: string;
  readonly choose?: RegExp;
}

interface Callback {
  readonly type: string;
  readonly output?: readonly { readonly name: string; readonly value: unknown }[];
  readonly input?: readonly { readonly name: string; readonly value: unknown }[];
}

/** Signs the user of the demo in over the wire, as a client without a browser does, until the run ends. */
export async function signInBy(address: string, journey: string, attempt: Attempt): Promise<void> {
  const query = `authIndexType=service&authIndexValue=${encodeURIComponent(journey)}`;
  let body: Record<string, unknown> = {};
  for (let asked = 0; asked < 10; asked += 1) {
    const response = await fetch(`${address}/am/json/realms/root/authenticate?${query}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-API-Version': 'protocol=1.0,resource=2.1',
        'x-forgerock-transactionid': attempt.transactionId,
      },
      body: JSON.stringify(body),
    });
    const step: Record<string, unknown> = await response.json();
    if (!Array.isArray(step.callbacks)) return;
    body = { ...step, callbacks: step.callbacks.map((callback: Callback) => answered(callback, attempt)) };
  }
  throw new Error(`${journey} still asks after ten answers.`);
}

function answered(callback: Callback, attempt: Attempt): Callback {
  const value = answerTo(callback, attempt);
  if (value === undefined) return callback;
  return { ...callback, input: callback.input?.map((entry) => ({ ...entry, value })) ?? [] };
}

function answerTo({ type, output = [] }: Callback, { password, choose }: Attempt): unknown {
  switch (type) {
    case 'NameCallback':
      return 'demo';
    case 'PasswordCallback':
      return password;
    case 'DeviceProfileCallback':
      return JSON.stringify({ identifier: 'a-client-without-a-browser' });
  }
  const choices = output.find(({ name }) => name === 'options')?.value;
  const at = Array.isArray(choices) ? choices.findIndex((name) => choose?.test(String(name))) : -1;
  return at < 0 ? undefined : at;
}
