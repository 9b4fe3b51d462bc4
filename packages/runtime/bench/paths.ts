/** Where journeys are started and continued; the other servers answer there too. */
export const authenticatePath = '/am/json/realms/root/authenticate';
