import { startFakeSns } from './fake-sns.ts';

// A fake Amazon SNS to try push with: set AWS_ENDPOINT_URL_SNS to its address.
const fake = await startFakeSns(Number(process.env.PORT ?? 4100));
process.stdout.write(
  `fake SNS listening on ${fake.url}: GET /published, PUT /faults [{"type":"throttle","times":2}]\n`,
);
