import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ApiClient } from './api-client.ts';

interface Answer {
  readonly userErrors: readonly { readonly message: string; readonly path: readonly string[] | null }[];
  readonly rows: number;
  readonly unchanged: number;
  readonly clients: readonly unknown[];
}

/**
 * Sends a file of 予定 to the API as a coordinator of the office to which it is addressed, into the
 * network given or, where the coordinator sees one alone, that one. Answers what to say, a line
 * each, and whether anything was left out. Throws `Refused`.
 */
export const importCareplanFile = async (
  api: ApiClient,
  file: string,
  { as, networkId }: { readonly as: string; readonly networkId: string | undefined },
): Promise<{ readonly lines: readonly string[]; readonly isWhole: boolean }> => {
  const { viewer } = await api.query('{ viewer { role office { id } networks { id name } } }', {}, { as });
  if (viewer?.role !== 'COORDINATOR')
    return { lines: ['The token is no coordinator’s. 事業所の担当者のトークンではありません。'], isWhole: false };
  const networks: readonly { id: string; name: string }[] = viewer.networks;
  const network = networkId === undefined && networks.length === 1 ? networks[0]?.id : networkId;
  if (network === undefined) {
    const names = networks.map(({ id, name }) => `  --network ${id}  ${name}`);
    return { lines: ['Say which network with --network. ネットワークを選んでください。', ...names], isWhole: false };
  }
  const { importCareplan }: { importCareplan: Answer } = await api.query(
    `mutation ($input: ImportCareplanInput!) {
      importCareplan(input: $input) { userErrors { message path } rows unchanged clients { id } }
    }`,
    {
      input: {
        networkId: network,
        partnerOfficeId: viewer.office.id,
        fileName: basename(file),
        contentBase64: readFileSync(file).toString('base64'),
      },
    },
    { as },
  );
  const { userErrors, rows, unchanged, clients } = importCareplan;
  const counts = [
    `${clients.length} clients 利用者`,
    `${rows} rows taken 取り込み`,
    `${unchanged} of them unchanged うち変更なし`,
    `${userErrors.length} faults 不備`,
  ];
  return {
    lines: [...userErrors.map(({ message }) => message), counts.join(', ')],
    isWhole: userErrors.length === 0,
  };
};
