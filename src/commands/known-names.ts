import { streamOf, type Uuid } from '../domain/ids.ts';
import type { Sealed } from '../domain/sealed.ts';
import type { KnownNames } from '../domain/survey/names.ts';
import { clientsOfNetwork } from '../projections/clients.ts';
import { namesOfOffice } from '../projections/members.ts';
import { membersOfNetwork } from '../projections/networks.ts';
import { caregiversOfOffice, officesById } from '../projections/offices.ts';
import { keyIdOfSealed, type SealedField, type VaultKey } from '../store/vault.ts';
import type { CommandApp } from './command-app.ts';

interface SealedName {
  readonly sealed: Sealed | null;
  readonly field: SealedField;
}

/**
 * Every name known in some networks, opened to be looked for in texts and shown to nobody (rule
 * 40): of clients with their readings, those who have left too; of the member offices, of their
 * caregivers and of all who were enrolled there; of the offices of care managers. `reads`: is told
 * how many are opened.
 */
export const knownNames = async (
  { readModel, vault }: Pick<CommandApp, 'readModel' | 'vault'>,
  networkIds: readonly Uuid[],
  today: string,
  reads: (rows: number) => void,
): Promise<KnownNames> => {
  const clients = networkIds.flatMap((networkId) =>
    clientsOfNetwork(readModel, { networkId, partnerOfficeId: null, today, withFormer: true }),
  );
  const officeIds = [
    ...new Set(networkIds.flatMap((id) => membersOfNetwork(readModel, id).map(({ officeId }) => officeId))),
  ];
  const ofClients = clients.flatMap(({ id, sealedPersonal: { name, nameKana } }): SealedName[] => [
    { sealed: name, field: { stream: streamOf('client', id), path: 'personal.name' } },
    { sealed: nameKana, field: { stream: streamOf('client', id), path: 'personal.nameKana' } },
  ]);
  const ofOffices = officeIds.flatMap((officeId): SealedName[] => [
    ...caregiversOfOffice(readModel, officeId).map(({ id, sealedName: sealed }) => ({
      sealed,
      field: { stream: streamOf('office', officeId), path: `caregivers.${id}.name` },
    })),
    ...namesOfOffice(readModel, officeId).map(({ id, sealedName: sealed }) => ({
      sealed,
      field: { stream: streamOf('member', id), path: 'name' },
    })),
  ]);
  const ofCareOffices = clients.map(({ id, sealedCareManagementName: sealed }) => ({
    sealed,
    field: { stream: streamOf('client', id), path: 'careManagementName' },
  }));
  reads(ofClients.length + ofOffices.length + ofCareOffices.length);
  const keys = new Map<string, VaultKey | null>();
  const opened = async (names: readonly SealedName[]): Promise<string[]> => {
    const texts: string[] = [];
    for (const { sealed, field } of names) {
      if (sealed === null) continue;
      const keyId = keyIdOfSealed(sealed);
      const key = keys.get(keyId) ?? (await vault.open(keyId));
      keys.set(keyId, key);
      if (key) texts.push(key.open(sealed, field));
    }
    return texts;
  };
  return {
    people: await opened([...ofClients, ...ofOffices]),
    offices: [...officesById(readModel, officeIds).map(({ name }) => name), ...(await opened(ofCareOffices))],
  };
};
