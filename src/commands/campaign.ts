import { campaignsNamed, readCampaigns } from '../flows/acquisition/read-campaigns.ts';
import { type Command, reply } from './command.ts';

const shown = 20;

export const campaign: Command = {
  name: 'campaign',
  async run({ store, asOf, role }, words) {
    const typed = words.join(' ');
    const all = await readCampaigns(store, asOf);
    const found = typed === '' ? all : campaignsNamed(all, typed);
    const [only] = found;
    if (typed !== '' && only && found.length === 1) {
      return reply({ kind: 'campaign', campaign: only, mayManage: role !== 'member' });
    }
    return reply({
      kind: 'campaigns',
      typed: typed === '' ? null : typed,
      campaigns: found.slice(0, shown),
      more: found.length > shown,
    });
  },
};
