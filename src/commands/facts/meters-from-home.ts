import { client } from '../../domain/client/decider.ts';
import { type Location, metersBetween } from '../../domain/distance.ts';
import { streamOf, type Uuid } from '../../domain/ids.ts';
import type { VaultKey } from '../../store/vault.ts';
import type { CommandApp } from '../command-app.ts';

/**
 * Metres from the client's home, null where its location is not known. Opens the home's location
 * only for this (rule 23).
 */
export const metersFromHome = async (
  { loop }: CommandApp,
  key: VaultKey,
  clientId: Uuid,
  location: Location | null,
): Promise<number | null> => {
  const state = await loop.load(client, clientId);
  if (location === null || state.status !== 'REGISTERED') return null;
  const open = (field: 'latitude' | 'longitude'): number | null => {
    const sealed = state.personal[field];
    return sealed === null
      ? null
      : Number(key.open(sealed, { stream: streamOf('client', clientId), path: `personal.${field}` }));
  };
  const [latitude, longitude] = [open('latitude'), open('longitude')];
  return latitude === null || longitude === null ? null : metersBetween({ latitude, longitude }, location);
};
