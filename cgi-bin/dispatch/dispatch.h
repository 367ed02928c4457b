/* The program dispatch: what coordinators of a town or an organisation see and do. What changes rows is in the library help. */
#ifndef SOUSEDE_DISPATCH_DISPATCH_H
#define SOUSEDE_DISPATCH_DISPATCH_H
#include "help/contact.h"
#include "help/link.h"
#include "help/request.h"
#include "help/response.h"
#include "help/show.h"
#include "help/told.h"
#include "web/web.h"
#endif
