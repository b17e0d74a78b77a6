/** The program that all commands are part of: without one it starts Rapporteur. */
import { runProgram } from './cli/program.js';

void runProgram(process.argv.slice(2));
