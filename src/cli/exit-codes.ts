/** What the exit code tells a script. Part of the public interface. */
export const exitCodes = {
  ran: 0,
  /** It ran, and found something that a person should mend. */
  foundWrong: 1,
  /** The command line, the input or the configuration is not right. */
  usage: 2,
  /** Another system could not be read, so there is no verdict. */
  unreadable: 3,
  /** A fault of the program (`EX_SOFTWARE` of sysexits.h). */
  fault: 70,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
