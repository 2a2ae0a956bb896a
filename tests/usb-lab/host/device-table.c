/* Prints the device table of the libirecovery it is linked with: product type, board, chip, board number, one row a line. */
#include <libirecovery.h>
#include <stdio.h>

int main(void)
{
	for (irecv_device_t row = irecv_devices_get_all(); row && row->product_type; row++)
		printf("%s\t%s\t%04X\t%02X\n", row->product_type, row->hardware_model, row->chip_id, row->board_id);
	return 0;
}
