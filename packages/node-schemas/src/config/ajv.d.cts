import type { Ajv, Options } from 'ajv';

/** Makes an ajv. It is loaded with the first: most configurations are plainly right, and need none. */
export declare function newAjv(options: Options): Ajv;
