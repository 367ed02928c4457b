/* The least a CGI program with a database can do: connect, select, print. */
#include <stdio.h>
#include "rows.h"

int main(void)
{
	rows_open();
	rows_ask();
	printf("Content-Type: text/html; charset=utf-8\r\n\r\n<!DOCTYPE html><title>Nástěnka</title><ul>");
	while (rows_next()) {
		printf("<li>");
		for (unsigned i = 0; i < columns; i++)
			if (*texts[i])
				printf("<span>%s</span>", texts[i]);
		printf("</li>");
	}
	printf("</ul>\n");
	return 0;
}
