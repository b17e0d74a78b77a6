/** How the events of a collection name people: by name, by role, or a State's own people as "the focal point of" it. */
export const namings = ['name', 'role', 'state'] as const;
export type Naming = (typeof namings)[number];
