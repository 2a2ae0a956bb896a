/* The shortest listener there is: prints each arrival and departure of an Apple device, with the monotonic clock in ns. */
#include <libusb.h>
#include <stdio.h>
#include <time.h>

static int told(libusb_context *context, libusb_device *device, libusb_hotplug_event event, void *user)
{
	struct timespec now;
	struct libusb_device_descriptor descriptor;
	(void)context;
	(void)user;
	clock_gettime(CLOCK_MONOTONIC, &now);
	libusb_get_device_descriptor(device, &descriptor);
	printf("%s %04x %lld%09ld\n", event == LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED ? "arrived" : "left", descriptor.idProduct,
	       (long long)now.tv_sec, now.tv_nsec);
	fflush(stdout);
	return 0;
}

int main(void)
{
	libusb_hotplug_event both = LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT;
	if (libusb_init(NULL) != 0)
		return 1;
	if (libusb_hotplug_register_callback(NULL, both, LIBUSB_HOTPLUG_NO_FLAGS, 0x05ac, LIBUSB_HOTPLUG_MATCH_ANY,
					     LIBUSB_HOTPLUG_MATCH_ANY, told, NULL, NULL) != 0)
		return 1;
	puts("ready");
	fflush(stdout);
	for (;;)
		libusb_handle_events(NULL);
}
