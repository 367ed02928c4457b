/* The program help: asking, offering, answering. Handlers by file; what changes rows is in the library beside (request.h, response.h …). */
#ifndef SOUSEDE_HELP_HELP_H
#define SOUSEDE_HELP_HELP_H
#include "help/contact.h"
#include "help/link.h"
#include "help/request.h"
#include "help/response.h"
#include "help/show.h"
#include "help/told.h"
#include "web/web.h"
#endif
