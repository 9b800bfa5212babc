// npm run bench [answer|import|start|commands|figures|keeping|predict …]: each in a process of its own, one after the other.
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { root } from './processes.mjs';

const all = ['answer', 'import', 'start', 'commands', 'figures', 'keeping', 'predict'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}: not a bench; there are ${all.join(', ')}.\n`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n== ${name} (load before: ${(loadavg()[0] ?? 0).toFixed(1)})`);
  const { status } = spawnSync(process.execPath, [`bench/${name}.mjs`], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
