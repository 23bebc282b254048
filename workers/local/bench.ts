/**
 * `npm run bench`: prints figures, and no test asserts a time. What is compared runs side by side in one workerd. Words
 * choose parts: `npm run bench -- routing throughput lives rows cpu costs print pack kill`.
 */

import { costTable } from './bench/costs.ts';
import { benchCpu } from './bench/cpu.ts';
import { benchKills } from './bench/kill.ts';
import { benchLives } from './bench/lives.ts';
import { withMachine } from './bench/machine.ts';
import { benchMeetingPack } from './bench/meeting-pack.ts';
import { benchPrint } from './bench/print.ts';
import { benchRouting } from './bench/routing.ts';
import { benchRows } from './bench/rows.ts';
import { scanTable } from './bench/scan-costs.ts';
import { benchThroughput } from './bench/throughput.ts';

const wanted = process.argv.slice(2);
const wants = (part: string) => wanted.length === 0 || wanted.includes(part);

if (wants('routing')) benchRouting();
if (wants('throughput')) await benchThroughput();
if (wants('lives')) await withMachine(benchLives);
if (wants('rows')) benchRows();
if (wants('cpu')) await withMachine(benchCpu);
if (wants('costs')) console.log(`\n${costTable()}\n\n${scanTable()}`);
if (wants('print')) await benchPrint();
if (wants('pack')) await benchMeetingPack();
if (wants('kill')) await benchKills();
