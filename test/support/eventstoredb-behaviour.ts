import { APPENDING } from './eventstoredb-behaviour-appending.ts';
import type { Behaviour } from './eventstoredb-behaviour-ground.ts';
import { READING } from './eventstoredb-behaviour-reading.ts';
import { SUBSCRIBING } from './eventstoredb-behaviour-subscribing.ts';

/** What EventStoreDB 23.10 does by the wire, on the stand-in as on a real server. */
export const EVENTSTOREDB_BEHAVIOUR: readonly Behaviour[] = [...APPENDING, ...READING, ...SUBSCRIBING];
