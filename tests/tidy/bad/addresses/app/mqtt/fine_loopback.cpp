auto a = "mqtt://127.0.0.1:1883";
auto b = "mqtts://broker.example:8883";
auto c = "192.0.2.1";
auto d = "mqtt://[::1]";
