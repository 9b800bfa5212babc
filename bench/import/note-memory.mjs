// Loaded before the shell: leaves on exit what memory the process took at most, in kB.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.BENCH_NOTE, String(process.resourceUsage().maxRSS)));
