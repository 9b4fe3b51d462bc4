import fc from 'fast-check';

// The same values in every run, so that a change is judged by itself; another seed tries others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
