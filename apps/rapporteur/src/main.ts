/** The program with all commands. Without a command it starts Rapporteur. */
import { runProgram } from './cli/program.js';

void runProgram(process.argv.slice(2));
