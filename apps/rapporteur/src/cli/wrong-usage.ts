/** A command that was asked for in a way that there is not: what is wrong is told, and then the command's help. */
export class WrongUsage extends Error {}
