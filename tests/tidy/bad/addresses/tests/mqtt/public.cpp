auto a = "mqtt://broker.somewhere.com:1883";
