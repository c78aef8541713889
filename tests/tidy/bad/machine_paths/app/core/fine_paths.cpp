auto a = "https://x.example/home/page";
auto b = "/tmp/carewall/x";
