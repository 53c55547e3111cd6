import { ApiClient } from '../../scripts/api-client.ts';
import { Moment, type Office, visitFrom } from '../../scripts/network-builder.ts';
import type { Site } from './site.ts';

export interface SmallNetwork {
  readonly networkId: string;
  readonly partner: Office;
  readonly assists: readonly (Office & { readonly caregiverId: string })[];
  readonly clientId: string;
}

const CLIENT_NAME = '加那里屋 黄鳥';
/** Personal data planted in every network of a test: found nowhere on disk in the clear. */
export const CANARIES = [CLIENT_NAME, '架空町カナリア9-9-9', '夜鳴鶯 介護', '鍵は植木鉢の黄鳥の下'];

/** What is done at a site at a time, all of which has to succeed. */
export const momentAt = (site: Pick<Site, 'ask'>, at?: string): Moment => new Moment(new ApiClient(site), at);

/**
 * A network with a partner office, assist offices with a caregiver each and agreed terms, and a
 * client with consent; on `day` at 09:00.
 */
export const buildSmallNetwork = async (
  node: Pick<Site, 'ask'>,
  day: string,
  assistCount = 2,
): Promise<SmallNetwork> => {
  const begin = momentAt(node, `${day}T09:00:00+09:00`);
  const networkId = await begin.network('試験', '大田区');
  const partner = await begin.office('partner');
  await begin.join(networkId, partner, 'PARTNER');
  const assists: SmallNetwork['assists'][number][] = [];
  for (let n = 1; n <= assistCount; n += 1) {
    const assist = await begin.office(`assist-${n}`);
    await begin.join(networkId, assist, 'ASSIST');
    await begin.terms(networkId, partner, assist, { percent: '80' });
    const caregiver = await begin.caregiver(assist, { name: CANARIES[2] });
    assists.push({ ...assist, caregiverId: caregiver.id });
  }
  const personal = { name: CLIENT_NAME, address: CANARIES[1], entryNotes: CANARIES[3] };
  const clientId = await begin.client(networkId, partner, { code: 'C-1', area: '架空町', personal }, CLIENT_NAME);
  return { networkId, partner, assists, clientId };
};

/** One row of 45 minutes 身体介護 on a day at an hour. */
export const visitOn = (day: string, hour: number) => visitFrom(`${day}T${String(hour).padStart(2, '0')}:00:00+09:00`);
