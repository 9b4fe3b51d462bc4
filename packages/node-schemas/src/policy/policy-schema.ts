import { Type } from '../schema.ts';

/** What may be demanded of a push, the least first. */
export const pushDemands = ['tap', 'number', 'six-digits'] as const;

const closed = { additionalProperties: false };

const Exception = Type.Object(
  {
    finding: Type.String({ description: 'The code of the finding, such as too-few-factors.', minLength: 1 }),
    node: Type.Optional(Type.String({ description: 'The node, by name or id.', minLength: 1 })),
    outcome: Type.Optional(Type.String({ description: 'The outcome, by id or name.', minLength: 1 })),
    factors: Type.Optional(
      Type.Integer({
        description:
          'Of too-few-factors, how many factors have to be proven at least for it to be accepted; 1 unless it is said. With 0 it is accepted that nothing is.',
        minimum: 0,
        maximum: 2,
      }),
    ),
    reason: Type.String({ description: 'Why the finding is accepted.', pattern: '\\S' }),
  },
  { ...closed, description: 'A finding that is accepted.' },
);

const CoverageException = Type.Object(
  {
    node: Type.String({ description: 'The node, by name or id.', minLength: 1 }),
    outcome: Type.String({ description: 'The outcome, by id or name.', minLength: 1 }),
    reason: Type.String({ description: 'Why no scenario takes the outcome.', pattern: '\\S' }),
  },
  { ...closed, description: 'An outcome that no scenario needs to take.' },
);

const Demands = Type.Object(
  {
    factors: Type.Optional(
      Type.Integer({
        description: 'How many factors every way to Success proves.',
        minimum: 1,
        maximum: 3,
      }),
    ),
    push: Type.Optional(
      Type.Unsafe<(typeof pushDemands)[number]>({
        type: 'string',
        description: 'What an answer to a push must at least take.',
        enum: pushDemands,
      }),
    ),
    coverage: Type.Optional(
      Type.Integer({
        description: 'How many of the outcomes the scenarios of the journey take, in percent.',
        minimum: 0,
        maximum: 100,
      }),
    ),
    exceptions: Type.Optional(Type.Array(Exception, { description: 'Findings that are accepted.' })),
    coverageExceptions: Type.Optional(
      Type.Array(CoverageException, { description: 'Outcomes that do not count towards the coverage.' }),
    ),
  },
  { ...closed, description: 'What is demanded of a journey.' },
);

/** The JSON Schema of `policy.json`, by which editors complete it. */
export const policySchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Journey policy',
  ...Type.Object(
    {
      $schema: Type.Optional(Type.String()),
      journeys: Type.Record(Type.String(), Demands, {
        description: 'Demands by the name of the journey; * stands for every one.',
      }),
    },
    closed,
  ),
} as const;
