/* Answers to invitations by short message, where gammu-smsd brings them; jobs calls it. */
#ifndef SOUSEDE_HELP_SMS_H
#define SOUSEDE_HELP_SMS_H
void help_hear(void);
#endif
