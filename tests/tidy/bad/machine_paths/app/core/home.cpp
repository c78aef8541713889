auto a = "/home/somebody/floor";
