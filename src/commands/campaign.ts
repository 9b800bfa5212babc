import { campaignsNamed, readCampaigns } from '../flows/acquisition/read-campaigns.ts';
import { campaignReply, campaignsReply } from '../messages/acquisition/campaign.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';

const shown = 20;

export const campaign = {
  words: ['campaign', 'campaigns', 'kampagne', 'kampagner', 'kampanje', 'kampanjer'],
  help: defineText({
    en: { usage: '/loyalty campaign', line: 'Who responded to a campaign, per variant, and whether one is better' },
    da: { usage: '/loyalty kampagne', line: 'Hvem der svarede på en kampagne, pr. variant, og om én er bedre' },
    nb: { usage: '/loyalty kampanje', line: 'Hvem som svarte på en kampanje, per variant, og om én er bedre' },
  }),
  replies: { campaign: campaignReply, campaigns: campaignsReply },
  explains: 'campaign',
  takes: { text: true },
  async run({ store, asOf, role }, { words }) {
    const typed = words.join(' ');
    const all = await readCampaigns(store, asOf);
    const named = typed === '' ? all : campaignsNamed(all, typed);
    const [only] = named;
    if (typed !== '' && only && named.length === 1) {
      return reply({ kind: 'campaign', campaign: only, mayManage: role !== 'member' });
    }
    // Who asks for one that is called otherwise sees which there are.
    const found = named.length > 0 ? named : all;
    return reply({
      kind: 'campaigns',
      typed: typed === '' ? null : typed,
      isFound: named.length > 0,
      campaigns: found.slice(0, shown),
      more: found.length > shown,
    });
  },
} satisfies Command;
