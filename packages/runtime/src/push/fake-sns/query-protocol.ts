/** One call in the AWS Query protocol: a form with the name of the action and its parameters. */
export interface QueryCall {
  readonly action: string;
  /** A parameter that is a text; empty if it is absent. */
  text(name: string): string;
  /** A parameter that is a map of texts, such as `Attributes.entry.1.key` with `Attributes.entry.1.value`. */
  map(name: string): Readonly<Record<string, string>>;
}

/** What is wrong with a call, as Amazon says it. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Reads the body of a call. */
export function readCall(body: string): QueryCall {
  const form = new URLSearchParams(body);
  const text = (name: string) => form.get(name) ?? '';
  return {
    action: text('Action'),
    text,
    map(name) {
      const entries: Record<string, string> = {};
      for (let at = 1; form.has(`${name}.entry.${at}.key`) || form.has(`${name}.entry.${at}.Name`); at += 1) {
        const entry = `${name}.entry.${at}`;
        const key = text(`${entry}.key`) || text(`${entry}.Name`);
        entries[key] = text(`${entry}.value`) || text(`${entry}.Value.StringValue`);
      }
      return entries;
    },
  };
}

/** The XML of an answer with texts as its result. */
export function writeResult(action: string, result: Readonly<Record<string, string>>): string {
  const members = Object.entries(result).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
  return (
    `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/">` +
    `<${action}Result>${members.join('')}</${action}Result>${metadata}</${action}Response>`
  );
}

/** The XML of an error. */
export function writeError({ status, code, message }: QueryError): string {
  const type = status < 500 ? 'Sender' : 'Receiver';
  return (
    `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>${type}</Type>` +
    `<Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>fake</RequestId></ErrorResponse>`
  );
}

const metadata = '<ResponseMetadata><RequestId>fake</RequestId></ResponseMetadata>';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
