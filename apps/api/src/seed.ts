import { runCommand } from './commands.js';

// A process of its own: what loading the demonstration takes in memory is given back when it ends.
process.exitCode = await runCommand('seed');
