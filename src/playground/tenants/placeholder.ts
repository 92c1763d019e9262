/** A value's placeholder in the template languages of Okta and Access: dollar sign and braces around its name. */
export const placeholder = (name: string): string => `\${${name}}`;
