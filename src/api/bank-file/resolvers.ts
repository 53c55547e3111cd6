import { bankFileText } from '../../commands/bank-file.ts';
import { streamOf } from '../../domain/ids.ts';
import { transferFileBytes } from '../../exchange/bank-transfer.ts';
import type { ApiContext } from '../context.ts';
import { type Download, downloadUrl } from '../download.ts';
import type { Slice } from '../slice.ts';
import { whenHere } from '../soon.ts';
import { bankFileMutations } from './mutations.ts';
import { bankFiles } from './visibility.ts';

const KIND = 'bank-files';

/** 総合振込 of the office that pays: `furikomi-<day>-<the first of its id>.txt`. */
const bankFileDownload: Download = {
  kind: KIND,
  find: async ({ id }, context: ApiContext) => {
    const row = context.visible(bankFiles, id);
    const text = row && (await bankFileText(context.app, id));
    if (!row || text === null) return null;
    context.cost.opened(text);
    const name = `furikomi-${row.transferDate.replaceAll('-', '')}-${id.slice(0, 8)}.txt`;
    return { name, contentType: 'application/octet-stream', content: transferFileBytes(text) };
  },
};

export const bankFileSlice: Slice = {
  resolvers: {
    BankFile: {
      url: ({ id }, _args, context) => downloadUrl(context.app, KIND, id),
      count: ({ transfers }) => transfers,
      sha256: (row, _args, context) =>
        whenHere(
          context.open(row.sealedSha256, { stream: streamOf('bankfile', row.id), path: 'sha256' }),
          (sha256) => sha256 ?? '',
        ),
    },
  },
  mutations: bankFileMutations,
  rights: [bankFiles],
  downloads: [bankFileDownload],
};
