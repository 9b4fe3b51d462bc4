import { documentStoreContract } from './document-store.contract.ts';
import { createMemoryStores } from './memory.ts';

documentStoreContract('stores in memory', async (clock) => createMemoryStores(clock));
