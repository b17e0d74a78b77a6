/** The error for wrong arguments: its message is shown, and then the help of the command. */
export class WrongUsage extends Error {}
